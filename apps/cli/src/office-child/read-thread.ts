// A file of its own, because a thread is started from one.
import '@kontor/search/read-thread';
