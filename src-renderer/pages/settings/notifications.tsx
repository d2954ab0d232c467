import { BellOff, BellRing } from 'lucide-react'
import { Section } from '../../components/section'
import { Segments } from '../../components/segments'
import { wantNotifications } from '../../lib/system-notifications'
import { useNotificationChoice } from '../../lib/use-notification-choice'

const choices = [
  { value: 'off', label: 'Off', icon: BellOff },
  { value: 'on', label: 'On', icon: BellRing },
] as const

/** The browser's own; the desktop application has notifications of its own, which its system switches. */
export function Notifications() {
  const choice = useNotificationChoice()
  if (choice === 'unsupported') return null
  return (
    <Section title="Notifications">
      <p className="-mt-1 mb-3 max-w-[64ch] text-muted">
        {choice === 'refused'
          ? 'Your browser blocks notifications from here. Allow them in its settings for this page, then come back.'
          : 'Your browser tells you when a connection breaks while you look elsewhere.'}
      </p>
      {choice !== 'refused' && (
        <Segments
          aria-label="Notifications"
          value={choice}
          onValueChange={(chosen) => void wantNotifications(chosen === 'on')}
          options={choices}
        />
      )}
    </Section>
  )
}
