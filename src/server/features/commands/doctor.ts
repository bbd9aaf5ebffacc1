import { doctorPage } from '../../../core/doctor/page.ts';
import { doctor as examine } from '../../handlers/doctor.ts';
import type { Command } from './command.ts';

/** `jira.doctor`: examines the agent and its providers, and shows a report. */
export const doctor: Command<'jira.doctor'> = async (args, context, signal) => {
  const { core, editor } = context;
  const result = await examine(args, context, signal);
  const { uri, path } = await core.pages.write({ provider: 'doctor', name: 'report' }, doctorPage(result.findings));
  await editor.showDocument(uri, path);
  return result;
};
