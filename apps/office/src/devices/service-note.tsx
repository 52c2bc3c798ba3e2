import type { Service } from '@kontor/tunnels';
import { CircleAlert, Info } from 'lucide-react';
import styles from './devices.module.css';
import type { DeviceTexts } from './texts/en.ts';

/** What of the VPN service a person should know; nothing when all is well. */
export function ServiceNote({ service, words }: { service: Service; words: DeviceTexts['service'] }) {
  const said = sentences(service, words);
  if (said.length === 0) return null;
  const isQuiet = service.state === 'config-only';
  const Icon = isQuiet ? Info : CircleAlert;
  return (
    <div className={styles.note} data-tone={isQuiet ? 'quiet' : 'careful'} role="status">
      <Icon size={20} aria-hidden />
      <div>
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}

function sentences({ state, why, problems }: Service, words: DeviceTexts['service']): string[] {
  if (state === 'away') return [words.away];
  const reasons = {
    demo: words.demo,
    chosen: words.chosen,
    'tools-missing': words.toolsMissing,
    'not-permitted': words.notPermitted,
    'no-wireguard': words.noWireguard,
  };
  const about = {
    'cannot-forward': words.cannotForward,
    'interface-failed': words.interfaceFailed,
    'peers-differ': words.peersDiffer,
  };
  const first = state === 'config-only' ? [words.configOnly, ...(why ? [reasons[why]] : [])] : [];
  return [...first, ...new Set(problems.map(({ code }) => about[code]))];
}
