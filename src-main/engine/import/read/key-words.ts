/** Names by which people keep keys, as parts of names such as `STRIPE_SECRET_KEY`. */
export const namesKey = (name: string): boolean =>
  /(?:^|[^a-z])(?:key|apikey|token|secret|passwd|password|pass|pwd|pat|auth|bearer|credentials?)(?:$|[^a-z])/i.test(
    name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'),
  )

/** One-time passwords are of no use to a request: where their seeds are kept. */
export const namesOneTimePassword = (name: string): boolean => /^(?:otp|totp|hmacotp|timeotp)\b/i.test(name)
