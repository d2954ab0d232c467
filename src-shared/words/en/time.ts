import { area } from '../chosen'

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
const absoluteIn = (timeZone?: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'long', timeZone })
// Made once: making one takes longer than everything else about a row of a list.
const ownZone = absoluteIn()

export const timeWords = area('time', {
  unknown: 'at an unknown time',
  justNow: 'just now',
  inLessThanAMinute: 'in less than a minute',
  /** "5 minutes ago", "in 2 hours". */
  relative: (value: number, unit: Intl.RelativeTimeFormatUnit) => relative.format(value, unit),
  /** "Saturday, 21 November 2026 at 09:30:05 UTC", in the person's own zone where none is given. */
  absolute: (date: Date, timeZone?: string) => (timeZone === undefined ? ownZone : absoluteIn(timeZone)).format(date),
})
