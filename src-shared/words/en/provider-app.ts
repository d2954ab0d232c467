import { area } from '../chosen'
import { type Rich, rich } from '../rich'

/** A person's own app at a provider: entering it, having it made, and removing it. */
export const providerAppWords = area('providerApp', {
  title: 'Provider apps',
  leadOfOwner: 'Connections are authorized through an app registered at the provider.',
  lead: 'Connections are authorized through an app registered at the provider. Enter your own to decide what it may ask for.',
  none: 'None yet: needed before you can connect.',
  replace: 'Replace',
  enter: 'Enter app',
  remove: 'Remove',
  eventsTaken: 'Events are taken',
  eventsRefused: 'Events are refused: no signing secret',
  saved: <Part>(when: Part): Rich<Part> => rich`Saved ${when}`,

  onlyOwner: (service: string) =>
    `${service} needs an app of your own, and only the owner of this vault can enter it. Ask them to.`,
  replaceTitle: (service: string) => `Replace your ${service} app`,
  missingTitle: (service: string) => `Your own ${service} app is missing`,
  firstTitle: (service: string) => `First, your own ${service} app`,
  formLead: (service: string) =>
    `${service} hands out access through an app that you have there. Its secrets are sealed in your vault and cannot be read back.`,
  connectedKeep: 'Connections you have keep working; adding or reconnecting one needs the app.',
  formOf: (service: string) => `Your own ${service} app`,
  isSaved: (service: string) => `Your ${service} app is saved`,
  secretsSealed: 'Its secrets are sealed in the vault.',
  save: 'Save app',

  canMake: (service: string) =>
    `${service} can make it for you: a page opens with everything filled in, you confirm there, and the App’s id and keys come back here by themselves.`,
  made: (service: string) => `${service} made your App`,
  madeDetail: 'Its id and keys are sealed in the vault.',
  makeForMe: 'Create the App for me',
  enterOneIHave: 'Enter an App I have',
  orEnter: 'Or enter an App you have',
  tookTooLong: 'This took too long',
  waiting: (service: string) => `Waiting for ${service} to make the App`,
  nothingChanged: 'Nothing was changed. Start again when you are ready.',
  confirmThere: (countdown: string) => `Confirm in the page that was opened; this ends by itself. Good for another ${countdown}`,
  startAgain: 'Start again',

  forgetAsk: (service: string) => `Remove your ${service} app?`,
  forgetWhy: (service: string) =>
    `Its secret is erased. Connections you have keep working; adding or reconnecting one of ${service} needs an app again.`,
  forget: 'Remove app',
})
