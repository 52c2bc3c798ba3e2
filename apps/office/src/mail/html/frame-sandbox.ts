/** The iframe's own sandbox. Never allow-scripts: with allow-same-origin it would be no sandbox at all (ADR 0040). */
export const frameSandbox = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';
