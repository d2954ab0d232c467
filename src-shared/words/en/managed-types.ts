import { area } from '../chosen'

/** Types that an operator provides. */
export const managedTypeWords = area('managedTypes', {
  name: 'Neurocad Desktop Service',
  description: "The route to a person's connected Neurocad desktop, for the Send to desktop node.",
  sendDesktop: 'Send to desktop',
  manualRevoke: 'Ask your operator: there is nothing to end.',
  yourOrganisationProvidesConnection:
    'Your organisation provides this connection. Nobody adds, edits or removes it here; if it is missing or broken, talk to your operator.',
  recipesNeedNoChoice: 'Recipes need no choice of it: picking a Neurocad Passport brings it along.',
  neurocadService: 'Neurocad Service',
  reachesEdaMechanicalExtraction:
    'Reaches the EDA and Mechanical extraction services that Library and Schematic nodes work with.',
  askYourOperatorEnd: 'Ask your operator to end the client at the identity provider.',
  webhookSource: 'Webhook Source',
  checksWebhooksWhichStart: 'Checks that webhooks which start a recipe come from the sender they claim.',
  category: 'Runtime',
  webhookTrigger: 'Webhook trigger',
  recipeWebhookTriggerMakes: 'A recipe with a Webhook trigger makes its own source; there is nothing to add or remove here.',
  takeWebhookOutSender: 'Take the webhook out at its sender.',
})
