import type { Package } from './package'

/** What a pin is to whoever checks a drawing; the words are KiCad's. */
export type PinRole = 'input' | 'output' | 'bidirectional' | 'passive' | 'power_in' | 'power_out'

export interface Pin {
  /** From 1 on, as the data sheet numbers them. */
  number: number
  name: string
  role: PinRole
}

/** An electronic part: what it is called, its pins and the package that it comes in. */
export interface Part {
  /** As its maker writes it. */
  number: string
  description: string
  /** First letters of its reference in a drawing: `U`, `R`, … */
  reference: string
  package: Package
  pins: readonly Pin[]
}

/** Pins in order, written as `NAME` (bidirectional) or `NAME:role`, with one space between. */
export function pinsOf(text: string): Pin[] {
  return text.split(' ').map((entry, index) => {
    const [name = '', role = 'b'] = entry.split(':')
    return { number: index + 1, name, role: roles[role] ?? 'bidirectional' }
  })
}

const roles: Record<string, PinRole> = {
  i: 'input',
  o: 'output',
  b: 'bidirectional',
  p: 'passive',
  v: 'power_in',
  w: 'power_out',
}

/** The number as a name in a library or of a file: letters, digits and `. + -` stay. */
export const plainName = (number: string): string => number.replaceAll(/[^A-Za-z0-9.+-]/g, '_')
