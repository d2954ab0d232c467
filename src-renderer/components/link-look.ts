/** How a link beside a section's title looks: quiet, but clearly one. */
export const linkLook = '-mr-1.5 rounded-control px-1.5 py-1 text-accent-ink text-small hover:underline'
