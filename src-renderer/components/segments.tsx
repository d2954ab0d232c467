import type { LucideIcon } from 'lucide-react'
import { RadioGroup } from 'radix-ui'
import type { ComponentProps } from 'react'

interface SegmentsProps extends ComponentProps<typeof RadioGroup.Root> {
  options: readonly { value: string; label: string; icon?: LucideIcon }[]
}

/** One of a few, all in sight. */
export function Segments({ options, ...group }: SegmentsProps) {
  return (
    <RadioGroup.Root
      {...group}
      className="inline-flex max-w-full gap-0.5 self-start rounded-card border border-line bg-sunken p-0.5"
    >
      {options.map(({ value, label, icon: Icon }) => (
        <RadioGroup.Item
          key={value}
          value={value}
          className="inline-flex min-h-7 items-center justify-center gap-1.5 rounded-control border border-transparent px-2 sm:px-3 text-muted transition-colors duration-100 hover:text-ink data-[state=checked]:border-line data-[state=checked]:bg-card data-[state=checked]:font-medium data-[state=checked]:text-ink"
        >
          {Icon !== undefined && <Icon className="size-3.5 max-[360px]:hidden" aria-hidden />}
          {label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
