import { area } from '../chosen'

export const oktaWords = area('okta', {
  knowWhichAccountIs: 'Know which account this is.',
  showAddressAccount: 'Show the address of the account.',
  keepWorkingAfterFirst: 'Keep working after the first hour.',
  description: 'Lets recipes call an API of yours that takes tokens of your Okta authorization server.',
  category: 'Identity',
  issuer: 'Issuer',
  authorizationServerAsPage: 'Of the authorization server, as its page in the Admin Console says it.',
  makeOpenidConnectWeb:
    'Make an OpenID Connect web app in the Admin Console, with the grants Authorization Code and Refresh Token.',
  oktaComparesRedirectAddresses: 'Okta compares redirect addresses whole, port included.',
  openidConnectAppsOkta: 'OpenID Connect apps in Okta',
  mustBeAddressBegins: 'must be an address that begins with https://',
  manualRevoke: 'Okta could not be told. Revoke the tokens of the app in the Admin Console, on the page of the person.',
})
