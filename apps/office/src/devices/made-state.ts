import type { Tunnel } from '@kontor/tunnels/configuration';
import type { FormState } from '#form/form-state.ts';

/** A device just added: what its configuration is made of. It stands on one answer and nowhere else. */
interface Made {
  device: string;
  tunnel: Tunnel;
  isOpen: boolean;
  /** Null when the browser made the key and has it. */
  privateKey: string | null;
}

export interface MadeState extends FormState {
  made: Made | null;
}

export const nothingMade: MadeState = { problem: null, values: {}, answer: 0, made: null };
