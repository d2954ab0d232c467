/** Whether a URL stays on this machine. IP literals only: the name `localhost` can be made to point elsewhere (RFC 8252, section 8.3). */
export const isLoopback = (url: string): boolean => ['127.0.0.1', '[::1]'].includes(new URL(url).hostname)
