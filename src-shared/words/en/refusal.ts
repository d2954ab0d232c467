import { area } from '../chosen'

/** Why the engine refuses something, where the sentence of the error's code would say too little. */
export const refusalWords = area('refusal', {
  mustBeThereOnce: 'must be there once',
  notAnAddress: 'is not an address. Copy the whole address of the page that the provider sent you to',
  mustBeginWith: (placeOf: string) => `must begin with ${placeOf}`,
  addressOfAnother: 'This address belongs to another authorization.',
  mustBeYourOwn: (label: string, name: string, whom: string) =>
    `You signed in as ${label}, and your ${name} has to be your own. Sign in as ${whom}, then try again.`,
  signatureNeeded: 'A valid signature is needed.',
  mustBeOneOf: (choices: readonly string[]) => `must be one of ${choices.join(', ')}`,
  cancelled: 'You cancelled this authorization.',
  madeByRecipes: 'Recipes make and change these for themselves.',
  notACursor: 'is not a cursor of this list',
  takesNoApp: 'takes no app of your own',
  connectedByAuthorizing: 'is connected by authorizing at the provider',
  connectedByFields: 'is connected by entering its fields',
  notAScopeOf: (type: string) => `is not a scope that ${type} is asked for`,
  notAField: 'is not a field of this type',
  mustBeThere: 'must be there',
  mustBeOneLine: 'must be one line',
  wholeCharacters: 'must be whole characters',
  mustBeHttps: 'must be an address that begins with https://',
  mustBeBase64: (prefix: string) => `must be base64 behind ${prefix}`,
  atLeastBytes: (least: number) => `must stand for at least ${least} bytes`,
})
