interface Registration {
  path: string
  args: string[]
}

/** Who opens links of a scheme on this computer. Nothing of the real system is touched. */
class SchemeClients {
  private readonly ours = new Map<string, Registration>()
  private readonly others = new Map<string, string>()
  /** Set by a test: a system that does not let itself be told, such as a container without xdg. */
  refuses = false

  register(scheme: string, path: string, args: string[]): boolean {
    if (this.refuses) return false
    this.others.delete(scheme)
    this.ours.set(scheme, { path, args })
    return true
  }

  isOurs(scheme: string, path: string, args: string[]): boolean {
    const found = this.ours.get(scheme)
    return found !== undefined && found.path === path && found.args.join('\0') === args.join('\0')
  }

  /** Another program takes the scheme, as installing it would. */
  takeAway(scheme: string, program: string): void {
    this.ours.delete(scheme)
    this.others.set(scheme, program)
  }

  /** The name of the program that opens an address; empty when none does. */
  nameFor(url: string, ourName: string): string {
    const scheme = url.slice(0, Math.max(0, url.indexOf(':')))
    return this.ours.has(scheme) ? ourName : (this.others.get(scheme) ?? '')
  }
}

export const schemeClients = new SchemeClients()
