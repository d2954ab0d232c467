import { setFlagsFromString } from 'node:v8'

/**
 * What this program makes lives for one call or for good. V8 would let the nursery of each thread grow to 48 MiB, most of which is garbage that
 * nobody has collected yet; without growth it stays at the 3 MiB that it begins with. Before anything is loaded: it never shrinks again.
 */
setFlagsFromString('--semi-space-growth-factor=1')
await import('./serve-program')
