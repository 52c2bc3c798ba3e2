'use server';
import {
  addDevice,
  createNetwork,
  makeKeys,
  removeNetwork,
  renameDevice,
  revokeDevice,
} from '@kontor/tunnels';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import type { FormState } from '#form/form-state.ts';
import { afterProblem, textOf } from '#form/read-form.ts';
import { languageHere } from '#language.ts';
import { getOffice } from '#office.ts';
import { currentPerson } from '#session.ts';
import type { MadeState } from './made-state.ts';

/** Adds a device. Where the browser could make no key, one is made here, shown once and kept nowhere. */
export async function addDeviceHere(before: MadeState, form: FormData): Promise<MadeState> {
  const { caller } = await currentPerson('/devices/new');
  const sent = textOf(form, 'publicKey');
  const own = sent === '' ? makeKeys() : null;
  const name = textOf(form, 'name');
  try {
    const input = { network: textOf(form, 'network'), name, publicKey: own?.publicKey ?? sent };
    const { tunnel, isOpen } = await addDevice.perform(await getOffice(), input, caller);
    const made = { device: name.trim(), tunnel, isOpen, privateKey: own?.privateKey ?? null };
    return { problem: null, values: {}, answer: before.answer + 1, made };
  } catch (error) {
    return { ...afterProblem(before, form, error, await languageHere()), made: null };
  }
}

export async function renameHere(before: FormState, form: FormData): Promise<FormState> {
  return change(before, form, async (office, caller) => {
    await renameDevice.perform(
      office,
      { device: textOf(form, 'device'), name: textOf(form, 'name') },
      caller,
    );
  });
}

export async function revokeHere(before: FormState, form: FormData): Promise<FormState> {
  return change(before, form, async (office, caller) => {
    await revokeDevice.perform(office, { device: textOf(form, 'device') }, caller);
  });
}

export async function removeNetworkHere(before: FormState, form: FormData): Promise<FormState> {
  return change(before, form, async (office, caller) => {
    await removeNetwork.perform(office, { network: textOf(form, 'network') }, caller);
  });
}

export async function createNetworkHere(before: FormState, form: FormData): Promise<FormState> {
  const { caller } = await currentPerson('/devices/networks');
  try {
    const input = {
      name: textOf(form, 'name'),
      subnet4: textOf(form, 'subnet4'),
      subnet6: textOf(form, 'subnet6').trim(),
      host: textOf(form, 'host'),
      port: textOf(form, 'port'),
      dns: wordsOf(form, 'dns'),
      routes: wordsOf(form, 'routes'),
    };
    await createNetwork.perform(await getOffice(), input, caller);
  } catch (error) {
    return afterProblem(before, form, error, await languageHere());
  }
  redirect('/devices');
}

type Change = (
  office: Awaited<ReturnType<typeof getOffice>>,
  caller: Awaited<ReturnType<typeof currentPerson>>['caller'],
) => Promise<void>;

async function change(before: FormState, form: FormData, run: Change): Promise<FormState> {
  const { caller } = await currentPerson('/devices');
  try {
    await run(await getOffice(), caller);
  } catch (error) {
    return afterProblem(before, form, error, await languageHere());
  }
  revalidatePath('/devices');
  return { problem: null, values: {}, isDone: true, answer: before.answer + 1 };
}

/** Parted by spaces, commas or lines. */
const wordsOf = (form: FormData, name: string): string[] =>
  textOf(form, name)
    .split(/[\s,;،]+/)
    .filter(Boolean);
