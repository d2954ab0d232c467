import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { connectionsWords } from '../../../src-shared/words/en/connections'
import { chipLook } from './chip-look'

interface FilterChipProps<Value extends string> {
  name: string
  choices: readonly { value: Value; label: string }[]
  chosen: Value | undefined
  onChoose(value: Value | undefined): void
}

/** One filter: what it narrows to, and a menu of what else it could. */
export function FilterChip<Value extends string>({ name, choices, chosen, onChoose }: FilterChipProps<Value>) {
  const label = choices.find(({ value }) => value === chosen)?.label ?? chosen
  return (
    // Not modal: a modal menu writes a <style> element, which the content security policy refuses.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={chipLook(chosen !== undefined)}>
        {label === undefined ? name : connectionsWords.chosen(name, label)}
        <ChevronDown className="size-3.5" aria-hidden />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={6}
          className="rise-in z-50 max-h-[60vh] min-w-52 overflow-y-auto rounded-card border border-line bg-float p-1 shadow-float outline-none"
        >
          <DropdownMenu.RadioGroup
            value={chosen ?? ''}
            onValueChange={(value) => onChoose(choices.find((choice) => choice.value === value)?.value)}
          >
            {[{ value: '', label: connectionsWords.any }, ...choices].map((choice) => (
              <DropdownMenu.RadioItem
                key={choice.value}
                value={choice.value}
                className="flex h-8 items-center gap-2.5 rounded-control px-2 outline-none data-highlighted:bg-pressed"
              >
                <span className="min-w-0 flex-1 truncate">{choice.label}</span>
                <DropdownMenu.ItemIndicator>
                  <Check className="size-4 text-muted" aria-hidden />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
