// What counts as a sentence for a person. Everything of that kind stands in the catalogue, `src-shared/words`.

/** Attributes of JSX that a person reads or hears, whatever stands in them. */
const readAttributes = new Set([
  'alt',
  'altText',
  'aria-description',
  'aria-label',
  'description',
  'label',
  'lead',
  'placeholder',
  'title',
])

/** Properties of a description or an error that a person reads, also where they hold a single word. */
const readProperties = new Set([
  'category',
  'detail',
  'help',
  'hint',
  'label',
  'lead',
  'manualRevoke',
  'message',
  'placeholder',
  'title',
])

/** Why a field was refused stands behind its name, so it begins in lower case, as lines of the log do. */
const refusals = new Set(['invalidInput', 'problem', 'refine', 'regex', ...readProperties])

/** Errors that are for whoever develops this, and calls whose text is for the log or for a machine. */
const notForPeople = new Set([
  'Error',
  'OpenError',
  'RangeError',
  'TypeError',
  'debug',
  'error',
  'info',
  'warn',
  'classNames',
  'className',
])

/** Proper names, which are the same in every language, and what a keyboard event calls its key. */
const names =
  /^(?:(?:Name=)?Neurocad Connect(?: …)?|Neurocad(?: engine)?|Bearer(?: …)?|Slack|GitHub|Google|Linear|Microsoft|Okta|Windows|Application Support)$/
const keys = /^(?:Arrow(?:Down|Up|Left|Right)?|Backspace|Delete|Enter|Escape|Home|End|Tab)$/

const word = /\p{Ll}{2,}/u
const twoWords = /\p{L}{2,}[,;:]? \p{L}{2,}/u
/** What is wrong with an option of the command line: its errors are for whoever typed it. */
const ofOption = /^--[a-z-]+ \p{Ll}{2,} \p{Ll}/u
const capitalised = /^\p{Lu}\p{Ll}+/u
/** A token that no sentence has: of a list of classes, a selector, an address, a query, an identifier. */
const token = /[\w\]][-[:][\w[]|:\/\/|[\w-]=|\[[a-z]|= \?|[({] ?[a-z]+ [{=]|\b[A-Z]{5,}|\w\.[A-Z]|\d…$/

/**
 * @typedef {object} Place
 * @property {boolean} page whether it is the page's source, where every capitalised word is drawn
 * @property {readonly string[]} inside names of the calls, constructors, attributes and properties around it, outermost first
 */

/**
 * @param {string} text
 * @param {Place} place
 * @returns {boolean}
 */
export function isSentence(text, { page, inside }) {
  const prose = text.replaceAll(/<[^>]*>/g, ' ').trim()
  const nearest = inside.at(-1) ?? ''
  if (ofOption.test(prose)) return true
  if (!word.test(prose) || names.test(prose) || keys.test(prose) || inside.some((name) => notForPeople.has(name))) return false
  if (twoWords.test(prose) && capitalised.test(prose)) return !/\b[A-Z]{5,} |^User-Agent/.test(prose)
  if (token.test(prose)) return false
  if (page && readAttributes.has(nearest)) return true
  if (capitalised.test(prose)) return page || readProperties.has(nearest)
  return twoWords.test(prose) && (page ? nearest !== 'rel' : refusals.has(nearest))
}

/** @param {string} text of JSX, as it stands between two tags */
export const isDrawn = (text) => word.test(text)
