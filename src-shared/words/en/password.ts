import { area } from '../chosen'
import { number } from './forms'

/** Why a password will not do. */
export const passwordWords = area('password', {
  tooShort: (least: number) => `Use at least ${number(least)} characters.`,
  tooLong: (most: number) => `Use at most ${number(most)} characters.`,
  tooCommon: 'This password is among the most common ones. Choose another.',
})
