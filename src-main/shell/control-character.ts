/** What no path or command has, and what would be read as something else where it is written down. */
export const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text)
