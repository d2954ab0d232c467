import { area } from '../chosen'

/** What is wrong with a recipe that somebody wrote. Each stands behind the name of its place, so it begins in lower case. */
export const recipeProblemWords = area('recipeProblem', {
  nestedTooDeep: (most: number) => `must be nested at most ${most} levels deep`,
  tooLarge: 'must be at most 1 MiB of JSON',
  tooManyNodes: (most: number) => `must be at most ${most} nodes`,
  duplicateId: (id: string) => `is used by another node already: ${id}`,
  noSuchNode: (id: string) => `names no node of this recipe: ${id}`,
  edgeToItself: 'leads from a node to itself',
  duplicateEdge: 'is there already',
  edgeIntoTrigger: 'is a trigger, which nothing leads to',
  whenWithoutIf: 'is only for edges that leave a control.if',
  cycle: (nodes: readonly string[]) => `must not lead in a circle: ${nodes.join(' → ')}`,
  credentials: 'must not be there: a recipe carries no secrets',
  takesNoCredential: 'is not for this kind of node',
  onlyById: 'must name a connection by its id; only http.request names a type',
  notManaged: (types: readonly string[]) => `must be a type that the operator provides: ${types.join(', ')}`,
  hidden: 'stands for a connection that nobody else may see; leave it out, and choose your own',
  managedById: 'names a connection that the operator provides; a recipe never carries its id',
  unknownParam: (allowed: readonly string[]) =>
    allowed.length === 0 ? 'is not known here: this kind takes none' : `is not known here; allowed: ${allowed.join(', ')}`,
  mustBeOneOf: (allowed: readonly string[]) => `must be one of ${allowed.join(', ')}`,
  mustBeText: 'must be text',
  mustBeNumber: 'must be a number, or text that stands for one',
  mustBeTexts: 'must be an object of texts',
  malformedTemplate: 'holds {{ that begins no template; a template is {{nodes.<id>.output.<path>}}',
  forbiddenSegment: (segment: string) => `must not ask for ${segment}`,
  notEarlier: (id: string) => `asks for the output of ${id}, which does not come before this node`,
  isMissing: 'is missing',
  valueOrCondition: 'is missing: give a value or a condition',
})
