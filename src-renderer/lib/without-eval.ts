import { config } from 'zod'

// Zod would try whether it may compile its checks from text. It may not, by the content security policy, which would say so on the console.
config({ jitless: true })
