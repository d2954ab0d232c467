import { hash, randomBytes } from 'node:crypto'

/** 256 random bits as base64url: an API token, a session token or a ticket. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/**
 * SHA-256 as hex, which is all that is kept of a token. Looking a token up by its hash takes no time that depends on how much
 * of it was right, since a hash cannot be approached character by character.
 */
export const tokenHash = (token: string): string => hash('sha256', token, 'hex')
