/** Joins what is there; `false` and `undefined` leave nothing behind. */
export const classNames = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join(' ')
