import { area } from '../chosen'
import { plural } from './forms'

/** Choosing a password, wherever one is chosen; what makes one unfit is said by the policy. */
export const newPasswordWords = area('newPassword', {
  empty: 'At least 8 characters. A few unrelated words are easy to remember and hard to guess.',
  more: (missing: number) => plural(missing, { one: '# more character.', other: '# more characters.' }),
  good: 'Good. Longer is better.',
  veryGood: 'Very good.',
  sameAsBefore: 'This is the password that you have now. Choose another.',
  notTheSame: 'Type the same password twice.',
})
