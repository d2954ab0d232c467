import { Command } from 'cmdk'
import type { ReactNode } from 'react'

export function PaletteGroup({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <Command.Group
      heading={title}
      className="**:[[cmdk-group-heading]]:truncate **:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:py-1.5 **:[[cmdk-group-heading]]:text-muted **:[[cmdk-group-heading]]:text-small"
    >
      {children}
    </Command.Group>
  )
}

export function PaletteItem(props: { value: string; onSelect(): void; children: ReactNode }) {
  return (
    <Command.Item
      value={props.value}
      onSelect={props.onSelect}
      className="flex h-9 items-center gap-2.5 rounded-control px-2 data-[selected=true]:bg-pressed"
    >
      {props.children}
    </Command.Item>
  )
}
