import { Children, type ReactNode } from 'react'
import type { Rich } from '../../src-shared/words/rich'

/** A sentence of the catalogue that holds more than text: its words and parts, in its own order. */
export function RichText({ of }: { of: Rich<ReactNode> }) {
  return <>{Children.toArray([...of])}</>
}
