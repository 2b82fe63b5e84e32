"""Who else says this: the box with the passages of others that meet one."""
