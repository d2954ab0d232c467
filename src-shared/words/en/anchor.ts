import { area } from '../chosen'

/** Why the last event of the vault is not kept outside its folder. */
export const anchorWords = area('anchor', {
  noPlace: 'This program has no place outside the vault’s folder for it.',
  demo: 'A demo keeps none.',
  unreadable: 'What was kept did not open, so nothing could be compared. It was written anew.',
  failing: 'It could not be read or written. An older copy of the vault would not be noticed.',
  held: 'It is as it was before the older copy was put back, until you accept that copy.',
})
