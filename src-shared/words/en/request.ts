import { area } from '../chosen'

/** What is wrong with a field of a request. Each stands behind the name of its field, so it begins in lower case. */
export const requestWords = area('request', {
  atMost64Keys: 'must be at most 64',
  mustBeOwnerName: 'must be owner/name',
  mustBeOneLine: 'must be one line of whole characters',
  wholeCharacters: 'must be whole Unicode characters',
  mustNotHoldNul: 'must not hold a NUL',
  mustBeEmpty: 'must be empty',
  notKnown: 'is not known here',
  mustBeOneVersion: 'must be one version, for example "3"',
  otherVersion: 'names another version than the body',
  oneWayToUnlock: 'must name one way to unlock: password, recoveryCode or device',
  isMissing: 'is missing',
  mustBeAbsolutePath: 'must be an absolute path',
  nothingHere: 'There is nothing at this address.',
  cutOff: 'was cut off',
  linkUsed: 'This link was used already, or is too old.',
  nobody: 'is nobody that this page can act as',
  namedByPath: 'is named by the path',
  notKnownInQuery: 'is not known in the query here',
  mustBeApplicationJson: 'must be application/json',
  mustBeJsonObject: 'must be a JSON object',
  mustBeUtf8Json: 'must be JSON in UTF-8',
})
