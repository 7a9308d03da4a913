"""An invented pilot that a worker in Zaltbommel would believe: seeded, repeatable, made through the services.

Nobody in it exists. Phone numbers come from the range that is set apart for drama (06-00000000 and up are not
issued), BSNs from the official test range, and families are put together by chance.
"""
