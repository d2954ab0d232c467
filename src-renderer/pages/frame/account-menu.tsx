import { Check, ChevronsUpDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { Session } from '../../../src-shared/contract/session'
import { frameWords } from '../../../src-shared/words/en/frame'
import { useAction } from '../../lib/use-action'
import { useConnect } from '../../stores/use-connect'
import { railItem } from './rail-item'

type Actor = Session['actor']

interface AccountMenuProps {
  actor: Actor
  actors: readonly Actor[]
}

/** Shown where there is somebody to switch to: the demo has two accounts of one organisation. */
export default function AccountMenu({ actor, actors }: AccountMenuProps) {
  const switchActor = useConnect((state) => state.switchActor)
  const change = useAction(switchActor)
  return (
    // Not modal: a modal menu writes a <style> element, which the content security policy refuses.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger
        className={`${railItem} text-muted`}
        title={frameWords.actingAs(actor.label)}
        aria-label={frameWords.account(actor.label)}
      >
        <Initial of={actor.label} />
        <span className="sr-only min-w-0 flex-1 truncate lg:not-sr-only">{actor.label}</span>
        <ChevronsUpDown className="ml-auto hidden size-3.5 shrink-0 lg:block" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          side="top"
          align="start"
          sideOffset={6}
          className="rise-in z-50 min-w-52 rounded-card border border-line bg-float p-1 shadow-float outline-none"
        >
          <DropdownMenu.Label className="px-2 py-1.5 text-muted text-small">{frameWords.demoAccounts}</DropdownMenu.Label>
          {actors.map(({ subject, label }) => (
            <DropdownMenu.Item
              key={subject}
              disabled={subject === actor.subject}
              onSelect={() => void change.run(subject)}
              className="flex h-8 items-center gap-2.5 rounded-control px-2 outline-none data-highlighted:bg-pressed"
            >
              <Initial of={label} />
              <span className="min-w-0 flex-1 truncate">{label}</span>
              {subject === actor.subject && <Check className="size-4 text-muted" aria-label={frameWords.current} />}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Initial({ of }: { of: string }) {
  return (
    <span
      aria-hidden
      className="-mx-0.5 inline-flex size-5 shrink-0 items-center justify-center rounded-full bg-accent-soft font-semibold text-[11px] text-accent-ink"
    >
      {of.charAt(0).toUpperCase()}
    </span>
  )
}
