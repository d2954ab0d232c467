import { area } from '../chosen'

/** What is wrong with a request to make something happen in the demo. */
export const demoWords = area('demo', {
  otherType: 'is of a type to which this does not happen',
})
