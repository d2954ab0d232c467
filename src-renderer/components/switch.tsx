import { Switch as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'

/** On or off, at once. Its label and description are the row's, by `aria-labelledby` and `aria-describedby`. */
export function Switch(props: Omit<ComponentProps<typeof Radix.Root>, 'className' | 'children'>) {
  return (
    <Radix.Root
      {...props}
      className="inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-pressed p-0.5 transition-colors duration-100 hover:border-muted disabled:opacity-50 data-[state=checked]:border-transparent data-[state=checked]:bg-accent"
    >
      <Radix.Thumb className="size-3.5 rounded-full bg-muted transition-transform duration-100 data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
    </Radix.Root>
  )
}
