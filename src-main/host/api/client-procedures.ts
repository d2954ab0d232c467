import { api } from './host-context'

const { list, create, revoke } = api.client

/** API tokens of the HTTP API. */
export const clientProcedures = {
  list: list.handler(({ context }) => context.access.clients.list()),
  create: create.handler(({ context: { access }, input }) =>
    access.clients.create(input.name, input.subject ?? access.people.owner.subject),
  ),
  revoke: revoke.handler(({ context, input }) => context.access.clients.revoke(input.id)),
}
