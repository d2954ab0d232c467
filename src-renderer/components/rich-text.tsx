import { createElement, Fragment, type ReactNode } from 'react'
import type { Rich } from '../../src-shared/words/rich'

/** A sentence of the catalogue that holds more than text: its words and parts, in its own order. */
export function RichText({ of }: { of: Rich<ReactNode> }) {
  // As children of their own, which stay where they are and need no keys.
  return createElement(Fragment, null, ...of)
}
