'use client';
import type { MessageView, Verdict } from '@kontor/mailbox';
import { BadgeCheck, CircleHelp, House, ShieldAlert } from 'lucide-react';
import { useMail } from './mail-hooks.tsx';
import { isolated } from './people-names.ts';
import styles from './verdict-line.module.css';

const icons = { pass: BadgeCheck, fail: ShieldAlert, none: CircleHelp, error: CircleHelp, internal: House };

/** Whether a message comes from where it says, in one sentence; the mechanics lie one click deeper. */
export function VerdictLine({ message }: { message: MessageView }) {
  const { say } = useMail();
  const { verdict } = message;
  if (!verdict) return null;
  const { summary } = verdict;
  const domain = verdict.from || (message.from[0]?.address.split('@').at(-1) ?? '');
  const Icon = icons[summary];
  const why = summary === 'none' || summary === 'fail' ? say(`verdict.${summary}.why`) : '';
  return (
    <details className={styles.verdict} data-verdict={summary}>
      <summary title={say('verdict.how')}>
        <Icon size={16} aria-hidden="true" />
        <span>
          {say(`verdict.${summary}`, { domain: isolated(domain) })}
          {summary === 'fail' && ` ${why}`}
        </span>
      </summary>
      {summary !== 'internal' && <Mechanics verdict={verdict} why={summary === 'none' ? why : ''} />}
    </details>
  );
}

function Mechanics({ verdict, why }: { verdict: Verdict; why: string }) {
  const { say } = useMail();
  const signatures = verdict.dkim.map(({ domain, result }) => `${say(`check.${result}`)} (${domain})`);
  return (
    <div className={styles.how}>
      {why && <p>{why}</p>}
      <dl>
        <dt>{say('verdict.spf')}</dt>
        <dd>{say(`check.${verdict.spf}`)}</dd>
        <dt>{say('verdict.dkim')}</dt>
        <dd>{signatures.length > 0 ? signatures.join(', ') : say('check.none')}</dd>
        <dt>{say('verdict.dmarc')}</dt>
        <dd>{say(`check.${verdict.dmarc}`)}</dd>
        <dt>{say('verdict.arc')}</dt>
        <dd>{say(`check.${verdict.arc}`)}</dd>
      </dl>
    </div>
  );
}
