import { KeyRound, type LucideIcon, Monitor, ScrollText } from 'lucide-react'
import { Link } from 'wouter'
import type { KeySlotView } from '../../../src-shared/contract/key-slot'
import { keyHealthWords } from '../../../src-shared/words/en/key-health'
import { linkLook } from '../../components/link-look'
import { NoticeBox } from '../../components/notice-box'
import { RelativeTime } from '../../components/relative-time'
import { Section } from '../../components/section'
import { keychainName } from '../../lib/keychain-name'
import { paths } from '../../lib/paths'

const kinds: Record<KeySlotView['kind'], { name: string; icon: LucideIcon }> = {
  password: { name: keyHealthWords.password, icon: KeyRound },
  recovery: { name: keyHealthWords.recovery, icon: ScrollText },
  device: { name: keyHealthWords.device, icon: Monitor },
}

/** Each way to open the vault, since when, and what guards it. */
export function SlotList({ slots }: { slots: readonly KeySlotView[] }) {
  return (
    <Section
      title={keyHealthWords.waysIn}
      action={
        <Link href={paths.settingsSection('security')} className={linkLook}>
          {keyHealthWords.manage}
        </Link>
      }
    >
      <ul className="divide-y divide-line rounded-card border border-line bg-card">
        {slots.map((slot) => (
          <SlotRow key={slot.kind} slot={slot} />
        ))}
      </ul>
      {!slots.some(({ kind }) => kind === 'recovery') && (
        <div className="mt-2">
          <NoticeBox
            tone="warn"
            action={
              <Link href={paths.recovery} className="font-medium underline-offset-2 hover:underline">
                {keyHealthWords.makeRecovery}
              </Link>
            }
          >
            {keyHealthWords.noRecovery}
          </NoticeBox>
        </div>
      )}
    </Section>
  )
}

function SlotRow({ slot: { kind, createdAt, protection } }: { slot: KeySlotView }) {
  const { name, icon: Icon } = kinds[kind]
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-0.5 px-4 py-2">
      <Icon className="size-4 shrink-0 text-muted" aria-hidden />
      <span className="min-w-32 font-medium sm:w-40">{name}</span>
      <span className="min-w-0 flex-[1_1_10rem] text-muted max-sm:order-1 max-sm:basis-full max-sm:pl-7">
        {kind === 'device' ? keychainName(protection) : protection}
      </span>
      <span className="ml-auto text-muted text-small">
        {createdAt === null ? keyHealthWords.madeBefore : <RelativeTime at={createdAt} />}
      </span>
    </li>
  )
}
