import { formsOf } from '../forms'

export const { plural, number, list } = formsOf('en')
