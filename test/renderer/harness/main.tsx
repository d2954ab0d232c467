/// <reference types="vite/client" />
import './language'

// Only now: a bundle loads what it imports statically before its own first line.
await import('./page')
