import { area } from '../chosen'

/** What is wrong with the operator's file. */
export const operatorFileWords = area('operatorFile', {
  mustBeScope: 'must be a scope',
  mustBeListScopes: 'must be a list of scopes',
  mustBeFormat1: 'must be 1',
  notJson: 'operator.json is not used: it is not JSON.',
  notUsed: (value: string) => `operator.json is not used: ${value}.`,
  isNotKnownHere: 'is not known here',
  theWhole: 'the whole',
  mustBeAddressBegins: 'must be an address that begins with https://',
  mustBeginHttps: 'must begin with https://',
  mustNotHoldUser: 'must not hold a user name or password',
  mustNotHaveFragment: 'must not have a fragment',
  mustBeMostCharacters: (longest: number) => `must be at most ${longest} characters`,
  mustBeText: 'must be text',
  mustNotBeEmpty: 'must not be empty',
  mustBeOneLine: 'must be one line of whole characters',
  mustBeObject: 'must be an object',
  mustBeThere: 'must be there',
  noSecretSealed:
    'operator.json is not used for this type: serviceApi.clientSecret must be there, because none was sealed before.',
})
