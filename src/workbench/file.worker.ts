import { answerCalls, type CallPort } from "../taskpane/worker-calls";
import { fileMethods } from "./file-session";

answerCalls(self as unknown as CallPort, fileMethods());
