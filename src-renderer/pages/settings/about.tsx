import { useEffect, useState } from 'react'
import { Section } from '../../components/section'
import { useConnect } from '../../stores/use-connect'

export function About() {
  const host = useConnect((state) => state.host)
  const client = useConnect((state) => state.client)
  const [version, setVersion] = useState<string>()
  useEffect(() => {
    if (host.kind !== 'browser') return
    // A version that cannot be read is not worth a message: the line is left out.
    client.health.get().then(
      (health) => setVersion(health.version),
      () => undefined,
    )
  }, [client, host])
  return (
    <Section title="About">
      <p className="max-w-[64ch] text-muted">
        Neurocad Connect{version !== undefined && ` ${version}`}. Your connections are sealed on this computer; nothing leaves it
        but requests to the services they belong to.
      </p>
    </Section>
  )
}
