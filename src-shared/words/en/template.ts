import { area } from '../chosen'

/** Why the templates in a node's parameters could not be resolved. */
export const templateWords = area('template', {
  malformed: 'A parameter of this node holds a template that is not written as {{nodes.<id>.output.<path>}}.',
  missing: (nodeId: string, path: string) =>
    path === '' ? `The node ${nodeId} has given nothing.` : `The node ${nodeId} has given nothing at ${path}.`,
  tooLarge: 'What the parameters of this node come to is larger than 1 MiB.',
  tooDeep: (most: number) => `What the parameters of this node come to is nested deeper than ${most} levels.`,
})
