import { formsOf } from '../forms'

export const { plural, number } = formsOf('en')
