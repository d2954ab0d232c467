import type { EventEmitter } from 'node:events'

/** Members of every emitter: Node's own types vouch for them. */
type EmitterMember = keyof EventEmitter

type Own<Mine> = Exclude<keyof Mine, EmitterMember>

/** `unknown` when every public member of `Mine` is one of Electron's `Real` and fits its type; otherwise a sentence about which does not. */
type Faithful<Mine, Real> = [Exclude<Own<Mine>, keyof Real>] extends [never]
  ? Pick<Mine, Own<Mine>> extends Pick<Real, Own<Mine> & keyof Real>
    ? unknown
    : 'a member has another type than in electron.d.ts'
  : `electron.d.ts has no ${Exclude<Own<Mine>, keyof Real> & string}`

/**
 * Offers an object in place of Electron's. It compiles only when Electron has each of its members with that type; a member that Electron
 * has and this has not throws by name when it is touched, so that nothing is undefined in silence.
 */
export function standIn<Real extends object>(name: string) {
  return <Mine extends object>(mine: Mine & Faithful<Mine, Real>): Real => strict<Real>(name, mine)
}

/** The same for a class: what `new` makes, and its static members. */
export function standInClass<Class extends abstract new (...args: never[]) => object>(
  name: string,
  make: (...args: ConstructorParameters<Class>) => InstanceType<Class>,
  statics: Partial<Omit<Class, 'prototype'>>,
): Class {
  // `new` needs a target that can be constructed; what it makes is decided by the trap.
  const target = Object.assign(function standInConstructor() {}, statics)
  const handler = { construct: (_target: object, args: ConstructorParameters<Class>) => make(...args) }
  return strict<Class>(name, new Proxy(target, handler))
}

/** What languages, test runners and `await` ask any object for: absent, as in Electron. */
const askedOfAll = new Set<PropertyKey>(['then', 'toJSON', 'inspect', 'asymmetricMatch', '$$typeof', 'nodeType', 'tagName'])

function strict<Real extends object>(name: string, target: object): Real {
  const refuse = (member: PropertyKey) => new Error(`stand-in: ${name}.${String(member)} is not implemented`)
  const face = new Proxy(target, {
    get(object, member, receiver) {
      if (member in object || typeof member === 'symbol' || askedOfAll.has(member)) return Reflect.get(object, member, receiver)
      throw refuse(member)
    },
    set(object, member, value, receiver) {
      if (!(member in object)) throw refuse(member)
      return Reflect.set(object, member, value, receiver)
    },
  })
  // The one place where a part passes for the whole: what is missing throws.
  return face as Real
}
