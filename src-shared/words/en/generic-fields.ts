import { area } from '../chosen'

/** Why a field of a generic type was refused. Each stands behind the name of its field, so it begins in lower case. */
export const genericFieldWords = area('genericFields', {
  mustBeOnOne: 'must be on one of the origins',
  mustBeThereOr: 'must be there, or both addresses',
  mustBeThereUnless: 'must be there, unless there is an issuer',
  mustBeEmptyIssuer: 'must be empty: the issuer says it',
  mustBeginHttpsWithout: 'must begin with https://, without a user name and without a #',
  mustBeThere: 'must be there',
  mustBeMost: (most: number) => `must be at most ${most}`,
  mustBeOriginsLike: 'must be origins like https://api.example.com, without a path',
  mustBeOneLine: 'must be one line',
  isHeaderAlone: 'is for a header alone',
  mustBeOneHeader: 'must be one of header, query, basic',
  mustBeNameHeader: 'must be the name of a header',
  isHeaderNoKey: 'is a header that no key goes into',
  mustFitHeader: 'must be printable ASCII to go into a header',
  mustBePrintableAscii: 'must be printable ASCII',
  mustHaveNoColon: 'must have no colon',
})
